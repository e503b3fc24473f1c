using System.CommandLine;
using System.Text.Json;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Commands;

/// <summary>The register from the command line: import, undo, show, withdraw; guardians and erasing are beside it.</summary>
internal static class RegisterCommand
{
    /// <summary>The longest file that is read; a school's export is far shorter.</summary>
    private const long MostBytes = 20 << 20;

    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { DictionaryKeyPolicy = null };

    public static Command Make() => new("register", "People, classes and consents: import, undo, show, withdraw, guardians, erase.") { Import(), Undo(), Show(), Withdraw(), RegisterPeopleCommands.Guardians(), RegisterPeopleCommands.Erase() };

    private static Command Import()
    {
        var (data, json, by) = (Place.DataOption(), Place.JsonOption(), ByOption());
        var file = new Argument<FileInfo>("csv") { Description = "The export of the MIS, one pupil a row." };
        var map = new Option<FileInfo?>("--map") { Description = "A JSON file that says which heading is what." };
        var preset = new Option<string?>("--preset") { Description = "sims, arbor, bromcom or scholarpack. Default: the one that fits best." };
        preset.AcceptOnlyFromAmong("sims", "arbor", "bromcom", "scholarpack");
        var apply = new Option<bool>("--apply") { Description = "Apply it. Without, the difference is printed and nothing changes." };
        var confirm = new Option<string?>("--confirm") { Description = "The token a dry run printed; needed where the change is large." };
        var command = new Command("import", "Hold an export of the MIS against the register; apply it with --apply.") { file, map, preset, apply, confirm, by, data, json };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            async (services, school, user) =>
            {
                var request = new ImportRequest(Read(parsed.GetValue(file)!), Columns(parsed.GetValue(map), parsed.GetValue(preset)));
                var book = services.GetRequiredService<IImportBook>();
                if (!parsed.GetValue(apply))
                {
                    var preview = await book.PreviewAsync(school, request, stop);
                    Print(preview, parsed.GetValue(json));
                    await SayAsync(preview.IsRefused ? "nothing can be applied" : preview.Questions.Count > 0 ? $"to apply it all the same: --apply --confirm {preview.Token}" : "nothing was changed; --apply applies it");
                    return preview.IsRefused ? ExitCodes.SomeFailed : ExitCodes.Done;
                }

                var outcome = await book.ApplyAsync(school, request, parsed.GetValue(confirm), user, stop);
                Print(outcome.Preview, parsed.GetValue(json));
                return await EndAsync(outcome, parsed.GetValue(json));
            },
            stop));
        return command;
    }

    private static Command Undo()
    {
        var (data, by) = (Place.DataOption(), ByOption());
        var run = new Argument<Guid>("run") { Description = "The id the import printed; `register show --runs` lists them." };
        var command = new Command("undo", "Take an import back.") { run, by, data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            async (services, school, user) => await services.GetRequiredService<IImportBook>().UndoAsync(school, parsed.GetValue(run), user, stop) switch
            {
                UndoResult.Undone => Say("undone", ExitCodes.Done),
                UndoResult.NoSuchRun => throw new CommandException(ExitCodes.WrongUsage, "there is no such import"),
                UndoResult.AlreadyUndone => throw new CommandException(ExitCodes.SomeFailed, "it was undone before"),
                UndoResult.LaterDepends => throw new CommandException(ExitCodes.SomeFailed, "something it made or changed was used or changed since; mend the register by hand or by another import"),
            },
            stop));
        return command;
    }

    private static Command Show()
    {
        var (data, json) = (Place.DataOption(), Place.JsonOption());
        var search = new Argument<string?>("search") { Arity = ArgumentArity.ZeroOrOne, Description = "Part of a name, or a UPN or MIS number." };
        var runs = new Option<bool>("--runs") { Description = "The imports instead of the people." };
        var ending = new Option<int?>("--ending") { Description = "The consents that end within so many days instead of the people." };
        var command = new Command("show", "People and what holds for them today.") { search, runs, ending, data, json };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            null,
            async (services, school, _) =>
            {
                var views = services.GetRequiredService<IRegisterViews>();
                var asJson = parsed.GetValue(json);
                if (parsed.GetValue(runs))
                {
                    foreach (var r in await views.RunsAsync(school, 50, stop))
                    {
                        Write(asJson, new { run = r.Id, at = r.At.ToString(), by = r.By, preset = r.Preset, sha256 = r.Sha256, rows = r.Rows, added = r.NewPeople, changed = r.Changed, classChanges = r.ClassChanges, left = r.HaveLeft, returned = r.Returned, toYes = r.ToYes, toNo = r.ToNo, conflicts = r.Conflicts, flags = r.Flags, undone = r.UndoneAt is not null },
                            $"{r.Id}  {r.At}  {r.Rows} rows: {r.NewPeople} new, {r.Changed} changed, {r.HaveLeft} left, {r.ToYes} yes, {r.ToNo} no, {r.Conflicts} conflicts{(r.UndoneAt is null ? "" : "  (undone)")}");
                    }
                }
                else if (parsed.GetValue(ending) is { } days)
                {
                    foreach (var e in await views.EndingAsync(school, days, stop))
                    {
                        Write(asJson, new { person = e.Person.ToString(), name = e.Name, @class = e.Class, purpose = e.Purpose, lastDay = e.LastDay }, $"{e.LastDay:yyyy-MM-dd}  {e.Purpose,-10} {e.Name}");
                    }
                }
                else
                {
                    await ShowPeopleAsync(views, school, parsed.GetValue(search), asJson, stop);
                }

                var age = await views.AgeAsync(school, stop);
                await SayAsync(age.ConfirmedOn is { } day ? $"last imported or confirmed {day:yyyy-MM-dd}, {age.Days} days ago{(age.IsStale ? "; that is too old" : "")}" : "the register was never imported or confirmed");
                return ExitCodes.Done;
            },
            stop));
        return command;
    }

    private static Command Withdraw()
    {
        var (data, by) = (Place.DataOption(), ByOption());
        var person = new Option<string>("--person") { Description = "UPN or MIS number.", Required = true };
        var purpose = new Option<string>("--purpose") { Description = "seesaw, website, …, or all.", Required = true };
        var how = new Option<string>("--how") { Description = "How the family said so.", DefaultValueFactory = _ => "telephone" };
        var evidence = new Option<string>("--evidence") { Description = "Where it is written down.", DefaultValueFactory = _ => "" };
        var guardian = new Option<Guid?>("--guardian") { Description = "Which parent or guardian said so: the id `register guardians` prints." };
        var command = new Command("withdraw", "Record that a family refuses or withdraws; what is out is called back.") { person, purpose, how, evidence, guardian, by, data };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            async (services, school, user) =>
            {
                var views = services.GetRequiredService<IRegisterViews>();
                var known = (await views.PurposesAsync(school, stop)).Select(p => p.Key).ToList();
                var meant = parsed.GetValue(purpose) is "all" ? known : [.. known.Where(p => p.Value == parsed.GetValue(purpose))];
                if (meant.Count == 0)
                {
                    throw new CommandException(ExitCodes.WrongUsage, $"the school's purposes are {string.Join(", ", known)}");
                }

                if (await views.FindAsync(school, parsed.GetValue(person)!, stop) is not { } found)
                {
                    throw new CommandException(ExitCodes.SomeFailed, "nobody on the register has that number");
                }

                if (await services.GetRequiredService<IRegisterBook>().RefuseAsync(
                    school, found, meant, parsed.GetValue(how)!, parsed.GetValue(evidence)!, parsed.GetValue(guardian), user, stop) is not { } redecided)
                {
                    throw new CommandException(ExitCodes.WrongUsage, "the person has no such guardian; `register guardians --person KEY` lists them");
                }

                return Say($"recorded; {redecided} photos are decided again", ExitCodes.Done);
            },
            stop));
        return command;
    }

    private static async Task ShowPeopleAsync(IRegisterViews views, SchoolId school, string? search, bool json, CancellationToken cancellationToken)
    {
        foreach (var p in await views.PeopleAsync(school, search, null, false, cancellationToken))
        {
            Write(
                json,
                new { person = p.Id.ToString(), key = p.Key, name = p.Name, kind = p.Kind, @class = p.Class, year = p.YearGroup, leftOn = p.LeftOn, standing = p.Standings.ToDictionary(s => s.Purpose.Value, s => s.Word) },
                $"{p.Class ?? "",-12} {p.Name,-32} {string.Join("  ", p.Standings.Select(s => $"{s.Name}: {s.Word}"))}");
        }
    }

    private static void Print(ImportPreview preview, bool json)
    {
        if (!json)
        {
            Console.WriteLine($"{preview.Rows} pupils, {preview.Encoding}, preset {preview.Preset}{(preview.ExportedOn is { } day ? $", exported {day:yyyy-MM-dd}" : "")}");
        }

        foreach (var r in preview.Remarks)
        {
            Write(
                json,
                new { remark = r.Code, tone = r.Tone.ToString(), row = r.Row, sentence = r.Sentence, detail = r.Detail, name = r.Name, purpose = r.Purpose },
                $"{r.Tone,-8} {(r.Row is { } row ? $"row {row}: " : "")}{r.Sentence}{(r.Detail.Length > 0 ? $" [{r.Detail}]" : "")}{(r.Name is null ? "" : $" {r.Name}")}{(r.Purpose is null ? "" : $", {r.Purpose}")}");
        }

        foreach (var line in preview.Lines)
        {
            Write(json, new { change = line.Kind, row = line.Row, name = line.Name, purpose = line.Purpose, text = line.Text, isNew = line.IsNew }, $"{line.Kind,-14} {line.Name}{(line.Purpose is null ? "" : $", {line.Purpose}")}{(line.Text.Length > 0 ? $" ({line.Text})" : "")}");
        }

        foreach (var question in preview.Questions)
        {
            Write(json, new { question }, "LARGE    " + question);
        }

        if (json)
        {
            Write(true, new { rows = preview.Rows, preset = preview.Preset, changes = preview.Lines.GroupBy(l => l.Kind).ToDictionary(g => g.Key, g => g.Count()), refused = preview.IsRefused, asksTwice = preview.Questions.Count > 0, token = preview.Token }, "");
        }
    }

    private static async Task<int> EndAsync(ImportOutcome outcome, bool json)
    {
        switch (outcome.Result)
        {
            case ImportResult.Applied:
                Write(json, new { applied = outcome.Run, redecided = outcome.Redecided }, $"applied as {outcome.Run}; {outcome.Redecided} photos are decided again");
                return ExitCodes.Done;
            case ImportResult.AsksTwice:
                await SayAsync($"the change is large and nothing was applied; if it is right: --apply --confirm {outcome.Preview.Token}");
                return ExitCodes.SomeFailed;
            case ImportResult.Stale:
                await SayAsync("the token is of another file or an older register; nothing was applied");
                return ExitCodes.SomeFailed;
            default:
                await SayAsync("nothing was applied");
                return ExitCodes.SomeFailed;
        }
    }

    internal static void Write(bool json, object line, string text) => Console.WriteLine(json ? JsonSerializer.Serialize(line, Lines) : Plain(text));

    /// <summary>A cell of a stranger's file must not steer the terminal.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    internal static int Say(string text, int exit)
    {
        Console.WriteLine(text);
        return exit;
    }

    private static Task SayAsync(string text) => Console.Error.WriteLineAsync("mediaguard: " + text);

    internal static Option<string?> ByOption() => new("--by") { Description = "The mail address of the account in whose name it is done." };

    private static byte[] Read(FileInfo file) =>
        !file.Exists ? throw new CommandException(ExitCodes.WrongUsage, "there is no such file")
        : file.Length > MostBytes ? throw new CommandException(ExitCodes.WrongUsage, "the file is far larger than a school's register")
        : File.ReadAllBytes(file.FullName);

    private static ImportColumns Columns(FileInfo? map, string? preset)
    {
        try
        {
            var columns = map is null ? new ImportColumns() : ImportColumns.Parse(File.ReadAllText(map.FullName));
            return preset is null ? columns : columns with { Preset = preset };
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new CommandException(ExitCodes.WrongUsage, "the --map file can't be read as a mapping");
        }
    }
}
