"""The Python client, generated from the schema; the generated package is in clients/python."""
