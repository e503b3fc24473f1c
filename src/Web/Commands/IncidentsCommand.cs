using System.CommandLine;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Incidents;

namespace MediaGuard.Web.Commands;

/// <summary>Incidents from the command line: list them, export them for another log.</summary>
internal static class IncidentsCommand
{
    public static Command Make() => new("incidents", "What must be reported and followed up.") { List(), Export() };

    private static Command List()
    {
        var data = Place.DataOption();
        var all = new Option<bool>("--all") { Description = "Closed ones too." };
        var command = new Command("list", "Open incidents, the latest first.") { all, data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            null,
            async (services, school, _) =>
            {
                foreach (var i in await services.GetRequiredService<IIncidentBook>().ListAsync(school, parsed.GetValue(all), stop))
                {
                    Console.WriteLine($"{i.Id:N}  {i.Day:yyyy-MM-dd}  {(i.ClosedAt is not null ? "closed" : i.Overdue ? "LATE  " : "open  ")}  {IncidentSentences.Of(i.Kind)}");
                }

                return ExitCodes.Done;
            },
            stop));
        return command;
    }

    private static Command Export()
    {
        var data = Place.DataOption();
        var json = new Option<bool>("--json") { Description = "JSON instead of text." };
        var one = new Option<Guid?>("--id") { Description = "One incident; without, every open one." };
        var folder = new Option<DirectoryInfo>("--out") { Description = "The folder to write into, one file an incident.", Required = true };
        var command = new Command("export", "Write incidents as text or JSON, to be put into CPOMS or another log. They hold names: keep the folder safe.") { one, folder, json, data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            null,
            (services, school, _) => WriteAsync(services, school, parsed.GetValue(one), parsed.GetValue(folder)!, parsed.GetValue(json), stop),
            stop));
        return command;
    }

    private static async Task<int> WriteAsync(IServiceProvider services, SchoolId school, Guid? one, DirectoryInfo folder, bool json, CancellationToken cancellationToken)
    {
        var book = services.GetRequiredService<IIncidentBook>();
        var zone = (await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(cancellationToken)).Single(s => s.Id == school).Zone;
        List<Guid> ids = one is { } id ? [id] : [.. (await book.ListAsync(school, false, cancellationToken)).Select(i => i.Id)];
        folder.Create();
        foreach (var incident in ids)
        {
            var detail = await book.FindAsync(school, incident, cancellationToken) ?? throw new CommandException(ExitCodes.WrongUsage, "there is no such incident; `mediaguard incidents list --all` shows them");
            var name = $"incident-{incident:N}.{(json ? "json" : "txt")}";
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), json ? IncidentExport.AsJson(detail) : IncidentExport.AsText(detail, zone), cancellationToken);
            Console.WriteLine(name);
        }

        return ExitCodes.Done;
    }
}
