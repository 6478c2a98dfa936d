from dataclasses import dataclass, field


@dataclass
class Subscriber:
    email: str
    confirmed: bool = False
    topics: list[str] = field(default_factory=list)
