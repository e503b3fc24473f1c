using System.CommandLine;
using MediaGuard.Web.Commands;

var root = new RootCommand("MediaGuard: cleans, checks and releases a school's photos.")
{
    ServeCommand.Make(),
    DemoCommand.Make(),
    ProcessCommand.Make(),
    InspectCommand.Make(),
    EvaluateCommand.Make(),
    CleanCommand.Make(),
    ModelsCommand.Make(),
    DoctorCommand.Make(),
    RegisterCommand.Make(),
    UserCommand.Make(),
    DeviceCommand.Make(),
    IncidentsCommand.Make(),
    PolicyCommand.Make(),
    AuditCommand.Make(),
    EvidenceCommand.Make(),
    BackupCommand.Make(),
    RestoreCommand.Make(),
    DecodeCommand.Make(),
};
return await CommandLine.RunAsync(root, args);
