"""The same examples in every run, on any machine: a failing test fails again."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "standoff",
    max_examples=50,
    deadline=None,  # a machine may be busy
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("standoff")
