# Kith's API; docker-compose.yml runs it beside a Neo4j.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
COPY . .
RUN pip install . \
    && useradd --system --create-home kith
USER kith
WORKDIR /home/kith

# Loopback alone until sign-in is there; docker-compose.yml shares the host's network.
CMD ["kith", "serve", "--host", "127.0.0.1", "--port", "8000"]
