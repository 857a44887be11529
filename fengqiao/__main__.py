"""`python -m fengqiao`: the same door."""

from fengqiao.main import run

if __name__ == "__main__":
    run()
