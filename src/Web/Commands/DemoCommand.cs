using System.CommandLine;
using MediaGuard.Journey;
using MediaGuard.Journey.Demo;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Web.Identity;

namespace MediaGuard.Web.Commands;

/// <summary>Makes the demo school once; says every time how to sign in.</summary>
internal static class DemoCommand
{
    private static readonly (string Role, string Mail, string Name)[] Staff =
    [
        (SchoolRole.Teacher, "teacher@hollybank.example", "Rowan Teasdale"),
        (SchoolRole.Office, "office@hollybank.example", "Marian Oakes"),
        (SchoolRole.Editor, "editor@hollybank.example", "Piers Lindqvist"),
        (SchoolRole.Lead, "lead@hollybank.example", "Nuala Farrow"),
        (SchoolRole.Technician, "technician@hollybank.example", "Tomasz Greaves"),
    ];

    public static Command Make()
    {
        var data = Place.DataOption();
        var command = new Command("demo", "Make the demo school and put its sample photos in the share.") { data };
        command.SetAction((parsed, stop) => RunAsync(Place.Data(parsed.GetValue(data)), stop));
        return command;
    }

    private static async Task<int> RunAsync(string data, CancellationToken cancellationToken)
    {
        Place.Make(data);
        await LetPasswordsDoAsync(data, cancellationToken);
        await using var services = await Services.MakeAsync(data, cancellationToken);
        var demo = services.GetRequiredService<IDemoSchool>();
        var school = await demo.FindOrMakeAsync(cancellationToken)
            ?? throw new CommandException(ExitCodes.WrongUsage, "this data folder belongs to a real school; give the demo a folder of its own with --data");
        var signIns = Path.Combine(data, "demo-sign-ins.txt");
        if (!await demo.IsMadeAsync(school, cancellationToken))
        {
            await using var scope = services.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<UserBooks>();
            var access = scope.ServiceProvider.GetRequiredService<IAccessBook>();
            var lines = new List<string>();
            var ids = new Dictionary<string, UserId>();
            foreach (var (role, mail, name) in Staff)
            {
                var password = FirstPasswords.Make();
                var made = await users.CreateOrResetAsync(school, mail, name, role, password);
                ids[role] = made;
                await access.SignAsync(school, made, (await access.AgreementAsync(school, cancellationToken)).Number, cancellationToken);
                lines.Add($"{role,-11} {mail,-32} {password}");
            }

            await WriteForOwnerAsync(signIns, lines, cancellationToken);
            int count;
            try
            {
                count = await demo.MakeAsync(school, ids[SchoolRole.Teacher], ids[SchoolRole.Office], new LineProgress(), cancellationToken);
            }
            catch (SampleUnavailableException e)
            {
                throw new CommandException(ExitCodes.NotSetUp, e.Message);
            }

            Console.WriteLine($"demo: {count} sample files lie in {Path.Combine(data, "share")}");
        }

        Console.WriteLine("Sign in with:");
        foreach (var line in await File.ReadAllLinesAsync(signIns, cancellationToken))
        {
            Console.WriteLine("  " + line);
        }

        return ExitCodes.Done;
    }

    /// <summary>Nobody looking at a demo has a phone or a key set up for it: a folder that is new gets settings that ask for none.</summary>
    private static async Task LetPasswordsDoAsync(string data, CancellationToken cancellationToken)
    {
        var settings = Path.Combine(data, "mediaguard.json");
        if (!File.Exists(settings) && !File.Exists(Path.Combine(data, "mediaguard.db")))
        {
            await File.WriteAllTextAsync(settings, """{ "SignIn": { "SecondFactor": "offered" } }""" + "\n", cancellationToken);
        }
    }

    private static async Task WriteForOwnerAsync(string file, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(file, options);
        foreach (var line in lines)
        {
            await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }
}
