import importlib
import os

from flask import Blueprint, Flask, abort, current_app, jsonify, render_template, request

import newsletter.services.directory

EXTENSIONS = ["newsletter.reports"]

pages = Blueprint("pages", __name__, template_folder="templates")
api = Blueprint("api", __name__, url_prefix="/api")


@pages.route("/")
def index():
    return render_template("index.html", title=current_app.config["TITLE"])


@api.route("/subscriptions", methods=["POST"])
def subscribe():
    body = request.get_json()
    token = current_app.config["DIRECTORY"].subscribe(body["email"], body.get("topics", []))
    return jsonify(token=token), 201


@api.route("/subscriptions/<email>/confirmation", methods=["PUT"])
def confirm(email):
    if not current_app.config["DIRECTORY"].confirm(email, request.get_json()["token"]):
        abort(403)
    return jsonify(confirmed=True)


def create_app() -> Flask:
    app = Flask(__name__)
    secret = os.environ.get("NEWSLETTER_SECRET_KEY", "only-for-tests")
    app.config["TITLE"] = os.environ.get("NEWSLETTER_TITLE", "Newsletter")
    app.config["DIRECTORY"] = newsletter.services.directory.Directory(secret)
    app.register_blueprint(pages)
    app.register_blueprint(api)
    for name in EXTENSIONS:
        importlib.import_module(name).register(app)
    return app
