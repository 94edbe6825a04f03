"""Who may do what, and the trail of what they did."""

from services.access.actor import Actor, actor, local_user
from services.access.operations import OPERATIONS, may
from services.access.perform import Act, perform, permit
from services.access.roles import Role

__all__ = ["OPERATIONS", "Act", "Actor", "Role", "actor", "local_user", "may", "perform", "permit"]
