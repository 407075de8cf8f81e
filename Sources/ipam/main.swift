print("ipam")
