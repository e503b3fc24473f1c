using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MediaGuard.Journey.Backups;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Commands;

/// <summary>Makes backups while the program runs, and reads them back.</summary>
internal static class BackupCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static Command Make()
    {
        var (data, json) = (Place.DataOption(), Place.JsonOption());
        var to = new Option<DirectoryInfo?>("--to") { Description = "Where database and store go. Default: the setting Backups:Folder." };
        var keys = new Option<DirectoryInfo?>("--keys-to") { Description = "Where keyring and master key go: elsewhere. Default: the setting Backups:KeysFolder." };
        var by = new Option<string?>("--by") { Description = "Whose account does it, by e-mail address, for the audit log." };
        var command = new Command("backup", "Copy database and store to one place, keyring and master key to another, while the program runs.") { to, keys, by, json, data, Verify() };
        command.SetAction((parsed, stop) => ArchiveSentences.TellingAsync(() => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            (services, _, user) => RunAsync(services, parsed.GetValue(to)?.FullName, parsed.GetValue(keys)?.FullName, user, parsed.GetValue(json), stop),
            stop)));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string? to, string? keysTo, UserId? by, bool json, CancellationToken cancellationToken)
    {
        // one named on the command line means only that one
        var settings = services.GetRequiredService<IOptions<BackupOptions>>().Value;
        var (books, keys) = to is null && keysTo is null ? (Set(settings.Folder), Set(settings.KeysFolder)) : (to, keysTo);
        if (books is null && keys is null)
        {
            throw new CommandException(ExitCodes.WrongUsage, "say where: --to DIR for database and store, --keys-to DIR for keyring and master key, or set Backups:Folder and Backups:KeysFolder");
        }

        foreach (var made in await services.GetRequiredService<IBackupDesk>().MakeAsync(books, keys, by, cancellationToken))
        {
            Console.WriteLine(json
                ? JsonSerializer.Serialize(new { kind = Name(made.Kind), stamp = made.Stamp, files = made.Files, bytes = made.Bytes, added = made.Added }, Lines)
                : string.Create(CultureInfo.InvariantCulture, $"{made.Stamp}  {Name(made.Kind),-5}  {made.Files} files, {made.Bytes:N0} bytes, {made.Added:N0} of them new; read back and whole"));
        }

        if (keys is null)
        {
            await Console.Error.WriteLineAsync("mediaguard: keyring and master key are not in this backup; without them it opens no picture. They go elsewhere, with --keys-to DIR");
        }

        return ExitCodes.Done;
    }

    private static Command Verify()
    {
        var (data, json) = (Place.DataOption(), Place.JsonOption());
        var from = new Option<DirectoryInfo[]>("--from") { Description = "A folder of backups; more than one may be given.", Required = true };
        var expire = new Option<bool>("--expire") { Description = "Remove backups older than they are kept; the newest always stays." };
        var command = new Command("verify", "Read every file of every backup back, and name those that are damaged or have expired.") { from, expire, json, data };
        command.SetAction((parsed, stop) => ArchiveSentences.TellingAsync(async () =>
        {
            await using var services = Services.Build(Place.Data(parsed.GetValue(data)));
            var code = ExitCodes.Done;
            foreach (var folder in parsed.GetValue(from)!)
            {
                code = Math.Max(code, await VerifyAsync(services, folder.FullName, parsed.GetValue(expire), parsed.GetValue(json), stop));
            }

            return code;
        }));
        return command;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, string folder, bool expire, bool json, CancellationToken cancellationToken)
    {
        var findings = await services.GetRequiredService<IBackupDesk>().VerifyAsync(folder, expire, cancellationToken);
        foreach (var f in findings)
        {
            var ending = f.IsRemoved ? "; had expired, removed" : f.IsExpired ? "; EXPIRED" : "";
            Console.WriteLine(json
                ? JsonSerializer.Serialize(new { kind = Name(f.Kind), stamp = f.Stamp, whole = f.IsWhole, files = f.Files, wrong = f.Wrong, expired = f.IsExpired, removed = f.IsRemoved }, Lines)
                : $"{f.Stamp}  {Name(f.Kind),-5}  {(f.IsWhole ? $"whole, {f.Files} files" : $"DAMAGED: {f.Wrong}")}{ending}");
        }

        var left = findings.Where(f => f.IsExpired && !f.IsRemoved).ToList();
        if (left.Count > 0)
        {
            await Console.Error.WriteLineAsync($"mediaguard: {string.Join(", ", left.Select(f => f.Stamp))}: older than they are kept.{(left[0].Kind == ArchiveKind.Keys ? " What was deleted since is not gone for good while they lie there." : "")} {(expire || findings.All(f => f.IsExpired) ? "Make a new one; then --expire removes the old." : "--expire removes them.")}");
        }

        return left.Count > 0 || findings.Any(f => !f.IsWhole && !f.IsRemoved) ? ExitCodes.SomeFailed : ExitCodes.Done;
    }

    private static string? Set(string folder) => folder.Length > 0 ? folder : null;

    private static string Name(ArchiveKind kind) => kind == ArchiveKind.Keys ? "keys" : "books";
}
