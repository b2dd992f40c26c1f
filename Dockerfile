# Kith's API and pages; docker-compose.yml runs it beside a Neo4j.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1
WORKDIR /app
COPY . .
RUN pip install . \
    && useradd --system --create-home kith
USER kith
WORKDIR /home/kith
EXPOSE 8000

# All addresses of the container; which of the host's it is published on is for who runs it,
# and docker-compose.yml says 127.0.0.1.
CMD ["kith", "serve", "--host", "0.0.0.0", "--port", "8000"]
