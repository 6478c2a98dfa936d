from flask import Flask
from flask_restx import Api, Resource

from .books import ns

api = Api(title="Shelf", version="1.0", prefix="/v1")
api.add_namespace(ns)


@api.route("/ping")
class Ping(Resource):
    def get(self):
        """Is it there"""


def create_app():
    app = Flask(__name__)
    api.init_app(app)
    return app
