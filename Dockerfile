# The service in a container. Other machines reach it, so it needs a key before it starts:
#   docker build -t grader .
#   docker run --rm -v grader:/data grader grader admin key create Ops --role admin
#   docker run --rm -v grader:/data -p 127.0.0.1:8000:8000 grader
FROM python:3.11-slim-bookworm AS build
# llm instead of serve adds the judge's packages, full also those for traces.
ARG LOCK=serve
WORKDIR /build
RUN python -m venv /venv
ENV PATH=/venv/bin:$PATH
COPY locks/ locks/
RUN pip install --no-cache-dir --require-hashes --requirement "locks/${LOCK}.txt"
COPY . .
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
RUN useradd --system --no-create-home --uid 10001 grader && install -d -m 700 -o grader /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 GRADER_DATA_DIR=/data
VOLUME /data
USER 10001
WORKDIR /tmp
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s CMD ["python", "-c", \
    "from http.client import HTTPConnection as C; c = C('127.0.0.1', 8000, timeout=4); c.request('GET', '/livez'); raise SystemExit(c.getresponse().status != 200)"]
CMD ["grader", "serve", "--host", "0.0.0.0", "--port", "8000"]
