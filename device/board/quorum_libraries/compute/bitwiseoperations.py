# Libraries.Compute.BitwiseOperations: on 32 bits, amounts modulo 32 as on the JVM.

from quorum_runtime.arithmetic import wrap
from quorum_runtime.objects import Object


class BitwiseOperations(Object):
    def And__integer_integer(self, one, other):
        return one & other

    def Or__integer_integer(self, one, other):
        return one | other

    def ExclusiveOr__integer_integer(self, one, other):
        return one ^ other

    def Negate__integer(self, value):
        return ~value

    def ShiftLeft__integer_integer(self, value, amount):
        return wrap(value << (amount & 31))

    def ShiftRight__integer_integer(self, value, amount):
        return value >> (amount & 31)

    def ShiftRightPositive__integer_integer(self, value, amount):
        return wrap((value & 0xFFFFFFFF) >> (amount & 31))
