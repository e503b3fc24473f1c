using System.CommandLine;
using System.Text.Json;
using MediaGuard.Journey.Heads;
using MediaGuard.Media;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Commands;

/// <summary>The audit log from the command line.</summary>
internal static class AuditCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static Command Make() => new("audit", "The audit log: verify, export, who saw whose pictures.") { Verify(), Export(), Views() };

    private static Command Verify()
    {
        var data = Place.DataOption();
        var heads = new Option<DirectoryInfo?>("--heads") { Description = "A folder of signed heads, for example a copy kept elsewhere. Default: the one they are written to." };
        var command = new Command("verify", "Walk the chain, hold it against signed heads, and the side log against the chain.") { heads, data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            null,
            (services, school, _) => VerifyAsync(services, school, parsed.GetValue(heads), stop),
            stop));
        return command;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, SchoolId school, DirectoryInfo? folder, CancellationToken cancellationToken)
    {
        if (folder is { Exists: false })
        {
            throw new CommandException(ExitCodes.WrongUsage, "there is no such folder of heads");
        }

        var check = await services.GetRequiredService<IAuditTrail>().VerifyAsync(school, cancellationToken);
        Console.WriteLine(check.BrokenAt is { } at ? check.MayBeTheOneBefore ? $"BROKEN at entry {at - 1} or {at}" : $"BROKEN at entry {at}" : $"chain whole: {check.Entries} entries");
        var looks = await services.GetRequiredService<ISideLog>().VerifyAsync(school, cancellationToken);
        Console.WriteLine(looks.BrokenAt is { } entry ? $"BROKEN: the looks of entry {entry}" : $"side log whole: {looks.Looks} looks, {looks.Waiting} not chained yet");
        var heads = await services.GetRequiredService<AuditHeads>().VerifyAsync(school, folder?.FullName, cancellationToken);
        foreach (var head in heads)
        {
            Console.WriteLine(head.Wrong is null ? $"head {head.File} holds: entry {head.Sequence}" : $"BROKEN: head {head.File}, entry {head.Sequence}: {head.Wrong}");
        }

        if (heads.Count == 0)
        {
            await Console.Error.WriteLineAsync("mediaguard: there is no signed head; without one a chain rewritten as a whole is not found");
        }

        return check.BrokenAt is null && looks.BrokenAt is null && heads.All(h => h.Wrong is null) ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    private static Command Export()
    {
        var data = Place.DataOption();
        var command = new Command("export", "Every entry as one JSON object a line, ids and codes only.") { data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            null,
            async (services, school, _) =>
            {
                await foreach (var entry in services.GetRequiredService<IAuditTrail>().ReadAsync(school, stop))
                {
                    Console.WriteLine(AuditExport.AsJson(entry));
                }

                return ExitCodes.Done;
            },
            stop));
        return command;
    }

    private static Command Views()
    {
        var (data, json) = (Place.DataOption(), Place.JsonOption());
        var person = new Argument<string>("person") { Description = "UPN or MIS number." };
        var command = new Command("views", "Who saw pictures that show, or may show, a person.") { person, json, data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            null,
            async (services, school, _) =>
            {
                var who = await services.GetRequiredService<IRegisterViews>().FindAsync(school, parsed.GetValue(person)!, stop)
                    ?? throw new CommandException(ExitCodes.WrongUsage, "nobody on the register has that number");
                foreach (var line in await services.GetRequiredService<ISideLog>().OfPersonAsync(school, who, stop))
                {
                    Console.WriteLine(parsed.GetValue(json)
                        ? JsonSerializer.Serialize(new { user = line.User.ToString(), name = line.Name, day = line.Day, pictures = line.Pictures, named = line.Named, copies = line.Copies, lastAt = line.LastAt.ToString() }, Lines)
                        : $"{line.Day:yyyy-MM-dd}  {line.Pictures,4} pictures, {line.Named,4} with the name, {line.Copies,4} downloaded  {string.Concat(line.Name.Where(c => !char.IsControl(c)))}");
                }

                return ExitCodes.Done;
            },
            stop));
        return command;
    }
}
