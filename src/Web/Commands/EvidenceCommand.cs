using System.CommandLine;
using MediaGuard.Journey.Evidence;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Web.Identity;
using MediaGuard.Web.Pages;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Commands;

/// <summary>The evidence pack from the command line.</summary>
internal static class EvidenceCommand
{
    public static Command Make()
    {
        var (data, by) = (Place.DataOption(), RegisterCommand.ByOption());
        var from = new Option<DateOnly?>("--from") { Description = "First day. Default: four months before the last." };
        var to = new Option<DateOnly?>("--to") { Description = "Last day, included. Default: today." };
        var file = new Option<FileInfo>("--out") { Description = "The zip to write.", Required = true };
        var command = new Command("evidence", "Answer “how do you know?” of a time, with what proves it, as one zip. Nobody is named in it.") { from, to, file, by, data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            (services, school, user) => WriteAsync(services, school, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(file)!, user, stop),
            stop));
        return command;
    }

    private static async Task<int> WriteAsync(IServiceProvider services, SchoolId school, DateOnly? from, DateOnly? to, FileInfo file, UserId? by, CancellationToken cancellationToken)
    {
        var zone = (await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(cancellationToken)).Single(s => s.Id == school).Zone;
        var last = to ?? Instant.Now(services.GetRequiredService<TimeProvider>()).DayIn(zone);
        var first = from ?? ReportedDays.FirstOf(last);
        if (!ReportedDays.AreSound(first, last) || file.Directory is not { Exists: true })
        {
            throw new CommandException(ExitCodes.WrongUsage, "give days of which the last is not before the first, and a file in a folder that is there");
        }

        var part = file.FullName + ".part";
        await using (var stream = File.Create(part))
        {
            await services.GetRequiredService<IEvidencePack>().WriteAsync(school, first, last, services.GetRequiredService<IOptions<SignInRules>>().Value.Evidence(), by, stream, cancellationToken);
        }

        File.Move(part, file.FullName, overwrite: true);
        Console.WriteLine(file.Name);
        return ExitCodes.Done;
    }
}
