# Driver of the HuskyLens (v1, SEN0305 and SEN0336) for MicroPython.
