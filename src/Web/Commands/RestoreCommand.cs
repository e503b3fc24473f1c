using System.CommandLine;
using MediaGuard.Journey.Backups;

namespace MediaGuard.Web.Commands;

/// <summary>Puts a backup back into an empty data folder.</summary>
internal static class RestoreCommand
{
    public static Command Make()
    {
        var data = Place.DataOption();
        var from = new Option<DirectoryInfo>("--from") { Description = "The folder database and store were backed up to.", Required = true };
        var keys = new Option<DirectoryInfo?>("--keys-from") { Description = "The folder keyring and master key were backed up to. Without it the keyring in place is used." };
        var at = new Option<string?>("--at") { Description = "Which backup of database and store, by its stamp. Default: the newest. Of the keyring always the newest is taken." };
        var without = new Option<bool>("--without-keys") { Description = "The keys are lost: put back every row and no picture." };
        var command = new Command("restore", "Put a backup back into an empty data folder; everything is held until the office confirms the register.") { from, keys, at, without, data };
        command.SetAction((parsed, stop) => ArchiveSentences.TellingAsync(() => RunAsync(
            Place.Data(parsed.GetValue(data)), parsed.GetValue(from)!.FullName, parsed.GetValue(keys)?.FullName, parsed.GetValue(at), parsed.GetValue(without), stop)));
        return command;
    }

    private static async Task<int> RunAsync(string data, string from, string? keysFrom, string? at, bool withoutKeys, CancellationToken cancellationToken)
    {
        if (!RestorePlan.IsEmpty(data))
        {
            throw new CommandException(ExitCodes.WrongUsage, $"the data folder is not empty; a restore goes into an empty one only ({RestorePlan.SettingsFile} may lie in it)");
        }

        if (keysFrom is not null && withoutKeys)
        {
            throw new CommandException(ExitCodes.WrongUsage, "--keys-from and --without-keys contradict each other");
        }

        using var plan = await RestorePlan.OpenAsync(from, keysFrom, at, withoutKeys, TimeProvider.System, cancellationToken);
        Place.Make(data);
        var unfinished = Path.Combine(data, RestorePlan.Unfinished);
        if (!File.Exists(unfinished))
        {
            await File.WriteAllTextAsync(unfinished, "A restore is under way, or was broken off.\n", cancellationToken);
        }

        await plan.PutSettingsAsync(data, cancellationToken);
        await using var services = Services.Build(data);
        var report = await services.GetRequiredService<IRestoreDesk>().RunAsync(plan, cancellationToken);
        File.Delete(unfinished);
        await TellAsync(report, keysFrom is null && !withoutKeys, withoutKeys);
        return ExitCodes.Done;
    }

    private static async Task TellAsync(RestoreReport report, bool keyringInPlace, bool withoutKeys)
    {
        Console.WriteLine($"restored: the books as of {report.TakenAt}, {report.Objects} objects of the store{(keyringInPlace ? ", the keyring in place" : withoutKeys ? ", no keys: no picture opens" : ", keyring and master key")}");
        Console.WriteLine("These books are older than the world. Until the office confirms the register, nothing goes out to any channel. Since then:");
        Console.WriteLine("- what families refused or took back is not on record: the office enters it again, then confirms on its page Register");
        Console.WriteLine("- copies that went out are not on record, and what was ordered back may be on the website or Seesaw still: somebody looks");
        Console.WriteLine("- photos that were taken in are not there; accounts that were ended or changed are as they were: go through them. Everybody signs in anew");
        Console.WriteLine("- every parent's link and every token of a website's program is ended, since some may have been: send new links and make new tokens");
        if (report.DeletedAgain > 0)
        {
            Console.WriteLine($"- {report.DeletedAgain} {(report.DeletedAgain == 1 ? "picture was" : "pictures were")} deleted, and {(report.DeletedAgain == 1 ? "is" : "are")} deleted again");
        }

        await TellMissingAsync(report.WithoutKey, "have no key in the keyring: deleted since, or newer than its backup. They stay unreadable");
        await TellMissingAsync(report.WithoutBytes, "are not in the backup of the store");
    }

    private static async Task TellMissingAsync(IReadOnlyList<string> missing, string says)
    {
        if (missing.Count == 0)
        {
            return;
        }

        await Console.Error.WriteLineAsync($"mediaguard: {missing.Count} {(missing.Count == 1 ? "object" : "objects")} the books name {says}:");
        foreach (var one in missing)
        {
            await Console.Error.WriteLineAsync($"  {one}");
        }
    }
}
