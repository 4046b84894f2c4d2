# The image of the web server: `docker compose build`.

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install -r requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=wiego_site.settings.production \
    STATIC_ROOT=/srv/static \
    MEDIA_ROOT=/srv/media
RUN useradd --system --uid 10001 --home-dir /nonexistent wiego \
    && install -d -o wiego -g wiego /srv/media
COPY --from=build /venv /venv
WORKDIR /site
COPY . .
# The real values come when the container starts; none of these is kept.
RUN SECRET_KEY=build ALLOWED_HOSTS=build SITE_URL=https://build DATABASE_URL=sqlite:////tmp/build.sqlite3 \
    sh -c 'python manage.py compilemessages && python manage.py collectstatic --noinput'
USER wiego
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
    CMD ["python", "-m", "wiego_site.ask_health"]
CMD ["gunicorn", "--config", "wiego_site/gunicorn.py", "--forwarder-headers", "", "--bind", "0.0.0.0:8000", "wiego_site.wsgi:application"]
