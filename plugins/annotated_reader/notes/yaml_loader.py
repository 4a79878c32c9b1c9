"""What YAML is parsed with: libyaml where it is there, and else PyYAML's own, which is slower."""

from typing import cast

import yaml

LOADER = cast(type[yaml.SafeLoader], getattr(yaml, "CSafeLoader", yaml.SafeLoader))
