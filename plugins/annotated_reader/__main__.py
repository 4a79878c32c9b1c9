"""`python -m annotated_reader`: the command."""

from annotated_reader.cli import main

if __name__ == "__main__":
    main()
