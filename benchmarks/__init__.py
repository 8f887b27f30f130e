"""How fast Plainleaf is beside other tools: `python -m benchmarks`."""
