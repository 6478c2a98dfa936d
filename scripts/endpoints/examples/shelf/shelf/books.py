from flask_restx import Namespace, Resource, fields, inputs, reqparse
from werkzeug.datastructures import FileStorage

ns = Namespace("books", description="Books and who wrote them", path="/books")

author = ns.model("Author", {"name": fields.String(required=True, description="Full name"), "born": fields.Date})
book = ns.model(
    "Book",
    {
        "id": fields.Integer(readonly=True),
        "title": fields.String(required=True, min_length=1, max_length=80, example="Emma"),
        "pages": fields.Integer(min=1, max=9999),
        "price": fields.Float(default=9.5),
        "kind": fields.String(enum=["novel", "poem"]),
        "added": fields.DateTime,
        "author": fields.Nested(author, description="Who wrote it"),
        "tags": fields.List(fields.String, max_items=5),
        "editors": fields.List(fields.Nested(author)),
        "available": fields.Boolean(attribute="is_available"),
        "link": fields.Url("book"),
        "extra": fields.Raw,
    },
)
signed = ns.inherit("SignedBook", book, {"signature": fields.String})
longer = ns.clone("LongerBook", book, {"volumes": fields.Integer})

search = reqparse.RequestParser()
search.add_argument("q", type=str, help="What to look for")
search.add_argument("limit", type=int, default=10, location="args")
search.add_argument("tag", action="append")
search.add_argument("sort", choices=("title", "pages"), required=True)
search.add_argument("deep", type=inputs.boolean, default=False)
search.add_argument("X-Trace", location="headers")
upload = ns.parser()
upload.add_argument("cover", location="files", required=True, type=FileStorage)
upload.add_argument("note", location="form")
paged = search.copy()
paged.add_argument("page", type=inputs.natural)
paged.remove_argument("tag")


@ns.route("/")
class Books(Resource):
    @ns.doc("list_books")
    @ns.expect(search)
    @ns.marshal_list_with(book)
    def get(self):
        """List all books

        Sorted and cut off.
        """

    @ns.expect(book, validate=True)
    @ns.marshal_with(book, code=201, description="Made")
    @ns.response(409, "Already there")
    def post(self):
        """Add a book"""


@ns.route("/<int:id>")
@ns.param("id", "The number of the book")
@ns.response(404, "Not found")
class Book(Resource):
    @ns.marshal_with(signed, skip_none=True)
    def get(self, id):
        """One book"""

    @ns.doc(params={"force": "Even when it is lent", "why": {"description": "Reason", "type": "string", "required": True}})
    @ns.response(204, "Gone")
    def delete(self, id):
        """Remove a book"""

    @ns.doc(responses={200: ("Changed", longer), 400: "Wrong"}, description="Changes what is given.")
    @ns.expect([author])
    def put(self, id):
        pass

    @ns.hide
    def patch(self, id):
        pass


@ns.route("/<string:title>/cover", endpoint="cover")
@ns.doc(params={"title": "Its title"})
class Cover(Resource):
    @ns.expect(upload)
    @ns.doc(deprecated=True, id="send_cover")
    def post(self, title):
        pass

    @ns.expect(paged)
    @ns.param("size", "In pixels", type=int, default=64)
    @ns.param("X-Kind", "Of the answer", _in="header")
    @ns.produces(["image/png"])
    def get(self, title):
        pass
