from collections import Counter


def register(app):
    @app.route("/topics")
    def topics():
        counts = Counter(topic for person in app.config["DIRECTORY"].subscribers() for topic in person.topics)
        return dict(counts)
