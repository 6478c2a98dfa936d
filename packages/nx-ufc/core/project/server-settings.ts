import type { FileFacts } from '../python/facts/types';

/** Settings and hooks of gunicorn (https://docs.gunicorn.org/en/stable/settings.html). */
const SETTINGS =
  /^(bind|workers|worker_class|worker_connections|worker_tmp_dir|threads|timeout|graceful_timeout|keepalive|max_requests|max_requests_jitter|accesslog|errorlog|loglevel|access_log_format|preload_app|wsgi_app|statsd_host|on_starting|when_ready|(post|pre)_fork|worker_exit|worker_abort|worker_int|child_exit|on_exit|on_reload)$/;
const ENOUGH = 2;

/** Is a module the settings of the server that runs the service, which finds them by their path? */
export function isServerSettings({ scopes }: FileFacts): boolean {
  return Object.keys(scopes[0]?.bindings ?? {}).filter((name) => SETTINGS.test(name)).length >= ENOUGH;
}
