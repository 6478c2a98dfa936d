"""A small application that uses what Flask-RESTX can declare; compared with what Flask-RESTX makes of it."""
