import ArgumentParser
import Commands

IPAMCommand.main()
