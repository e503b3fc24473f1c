using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MediaGuard.Media;
using MediaGuard.Records.Policies;

namespace MediaGuard.Web.Commands;

/// <summary>What each channel needs, how long a yes lasts and what holds for the school, from the command line.</summary>
internal static class PolicyCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);


    public static Command Make() => new("policy", "What each channel needs: purposes, approvals, periods; how long a yes lasts; what holds for the school.") { Show(), Set(), SetPurpose(), SetSchool() };

    private static Command Show()
    {
        var (data, json) = (Place.DataOption(), Place.JsonOption());
        var versions = new Option<bool>("--versions") { Description = "Every version so far and what became other with it, newest first." };
        var school = new Option<bool>("--school") { Description = "How long a yes to each purpose lasts and on what ground, and what holds for the school." };
        var command = new Command("show", "Every channel as the policy has it.") { versions, school, data, json };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            null,
            async (services, asked, _) =>
            {
                var state = await services.GetRequiredService<IPolicyBook>().ReadAsync(asked, stop);
                var lines = parsed.GetValue(school) ? SchoolLines(state, parsed.GetValue(json))
                    : parsed.GetValue(versions) ? state.Versions.SelectMany(v => VersionLines(v, parsed.GetValue(json))) : state.Document.Channels.Select(c => ChannelLine(state.Version, c, parsed.GetValue(json)));
                foreach (var line in lines)
                {
                    Console.WriteLine(line);
                }

                return ExitCodes.Done;
            },
            stop));
        return command;
    }

    private static Command Set()
    {
        var (data, json) = (Place.DataOption(), Place.JsonOption());
        var channel = new Argument<string>("channel") { Description = $"Its short name, for example website. {string.Join(", ", StandardChannel.All.Select(c => c.Id))} are added when missing." };
        var purposes = new Option<string?>("--purposes") { Description = "What everybody in a picture must have said yes to, parted by commas." };
        var noFace = YesNo("--no-face", "Whether a picture in which no face is found clears by itself; never where everybody may look.");
        var second = YesNo("--second-approver", "Whether somebody else must approve each picture.");
        var days = new Option<int?>("--published-days") { Description = "Days after which a copy is taken back; 0 for as long as the consents hold." };
        var hours = new Option<int?>("--take-down-hours") { Description = "Hours people have to take down what is ordered back." };
        var unused = new Option<bool>("--not-used") { Description = "Take out a channel nobody ever asked for." };
        var (apply, by) = (ApplyOption(), ByOption());
        var command = new Command("set", "Change what a channel needs; first says what would change.") { channel, purposes, noFace, second, days, hours, unused, apply, by, data, json };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            async (services, school, user) =>
            {
                var book = services.GetRequiredService<IPolicyBook>();
                var id = parsed.GetValue(channel)!.Trim();
                var state = await book.ReadAsync(school, stop);
                var known = state.Document.Channels.FirstOrDefault(c => c.Channel == id);
                var before = known is null ? new ChannelEdit(id, [id], false, false, 0) : ChannelEdit.Of(known);
                var edit = before with
                {
                    Purposes = parsed.GetValue(purposes) is { } list ? [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : before.Purposes,
                    NoFaceSuffices = IsYes(parsed.GetValue(noFace), before.NoFaceSuffices),
                    NeedsSecondApprover = IsYes(parsed.GetValue(second), before.NeedsSecondApprover),
                    PublishedForDays = parsed.GetValue(days) ?? before.PublishedForDays,
                    TakeDownWithinHours = parsed.GetValue(hours) ?? before.TakeDownWithinHours,
                    IsUsed = !parsed.GetValue(unused),
                };
                return await SetAsync(book, school, edit, user, parsed.GetValue(apply), parsed.GetValue(json), stop);
            },
            stop));
        return command;
    }

    private static Command SetPurpose()
    {
        var (data, json) = (Place.DataOption(), Place.JsonOption());
        var purpose = new Argument<string>("purpose") { Description = "Its short name, for example website." };
        var lasts = new Option<string?>("--lasts") { Description = "How long a yes given from then on lasts: until-left, school-year, or months with --months." };
        lasts.AcceptOnlyFromAmong([.. PurposeEdit.Lengths]);
        var months = new Option<int?>("--months") { Description = "With --lasts months: how many." };
        var basis = new Option<string?>("--basis") { Description = "What it rests on: consent, or public-task with families free to object." };
        basis.AcceptOnlyFromAmong([.. PurposeEdit.Bases]);
        var (apply, by) = (ApplyOption(), ByOption());
        var command = new Command("set-purpose", "Change how long a yes lasts and on what ground; first says what would change.") { purpose, lasts, months, basis, apply, by, data, json };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            async (services, school, user) =>
            {
                var book = services.GetRequiredService<IPolicyBook>();
                var id = parsed.GetValue(purpose)!.Trim();
                var before = (await book.ReadAsync(school, stop)).Purposes.FirstOrDefault(p => p.Purpose == id) ?? new PurposeLine(id, id, PurposeEdit.Lengths[0], 12, PurposeEdit.Bases[0]);
                var edit = PurposeEdit.Of(before) with
                {
                    Lasts = parsed.GetValue(lasts) ?? (parsed.GetValue(months) is null ? before.Lasts : "months"),
                    Months = parsed.GetValue(months) ?? before.Months,
                    Basis = parsed.GetValue(basis) ?? before.Basis,
                };
                return await SetAsync(book, school, edit, user, parsed.GetValue(apply), parsed.GetValue(json), stop);
            },
            stop));
        return command;
    }

    private static Command SetSchool()
    {
        var (data, json) = (Place.DataOption(), Place.JsonOption());
        var remind = new Option<int?>("--remind-days") { Description = "A yes that ends within so many days is on the list of reminders." };
        var age = new Option<int?>("--register-age-days") { Description = "A register nobody confirmed for more days holds what everybody may look at." };
        var year = new Option<string?>("--school-year-begins") { Description = "Month and day, for example 09-01." };
        var many = new Option<int?>("--many-faces") { Description = "A picture with more faces is looked at one by one." };
        var small = new Option<int?>("--small-face") { Description = "A picture with a face whose shorter side is under so many pixels is looked at one by one." };
        var unknown = YesNo("--hold-unknown-devices", "Whether a picture of a camera the school does not know waits.");
        var shred = new Option<int?>("--shred-days") { Description = "Days after which an original goes at the latest, also while something is held." };
        var (left, toYes, toNo) = (Share("--import-left", "have left"), Share("--import-to-yes", "become a yes"), Share("--import-to-no", "become a no"));
        var (renamed, returned, fewer) = (Share("--import-renamed", "have another name"), Share("--import-returned", "are back"), Share("--import-fewer", "are missing in the file"));
        var moved = Share("--import-moved", "come into another class");
        var addresses = new Option<int?>("--import-addresses") { Description = "An import asks twice when more per cent of the parents' addresses change." };
        var (apply, by) = (ApplyOption(), ByOption());
        var command = new Command("set-school", "Change what holds for the school; first says what would change.")
        {
            remind, age, year, many, small, unknown, shred, left, toYes, toNo, renamed, returned, moved, addresses, fewer, apply, by, data, json,
        };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            parsed.GetValue(by),
            async (services, school, user) =>
            {
                var book = services.GetRequiredService<IPolicyBook>();
                var before = SchoolEdit.Of((await book.ReadAsync(school, stop)).Document);
                var (month, day) = parsed.GetValue(year) is { } begins ? MonthAndDay(begins) : (before.SchoolYearMonth, before.SchoolYearDay);
                var edit = new SchoolEdit(
                    parsed.GetValue(remind) ?? before.RemindDaysBefore,
                    parsed.GetValue(age) ?? before.RegisterMaxAgeDays,
                    month,
                    day,
                    parsed.GetValue(many) ?? before.ManyFaces,
                    parsed.GetValue(small) ?? before.SmallFace,
                    IsYes(parsed.GetValue(unknown), before.HoldUnknownDevices),
                    parsed.GetValue(shred) ?? before.ShredAfterDays,
                    before.Imports with
                    {
                        Left = parsed.GetValue(left) ?? before.Imports.Left,
                        ToYes = parsed.GetValue(toYes) ?? before.Imports.ToYes,
                        ToNo = parsed.GetValue(toNo) ?? before.Imports.ToNo,
                        Renamed = parsed.GetValue(renamed) ?? before.Imports.Renamed,
                        Returned = parsed.GetValue(returned) ?? before.Imports.Returned,
                        Moved = parsed.GetValue(moved) ?? before.Imports.Moved,
                        Addresses = parsed.GetValue(addresses) ?? before.Imports.Addresses,
                        FewerRows = parsed.GetValue(fewer) ?? before.Imports.FewerRows,
                    });
                return await SetAsync(book, school, edit, user, parsed.GetValue(apply), parsed.GetValue(json), stop);
            },
            stop));
        return command;
    }

    private static Option<int?> Share(string name, string who) => new(name) { Description = $"An import asks twice when more per cent of the register {who}." };

    private static Option<bool> ApplyOption() => new("--apply") { Description = "Do it. Without it, only what would change is said." };

    private static Option<string?> ByOption() => new("--by") { Description = "The mail address of the account in whose name it is done." };

    private static (int Month, int Day) MonthAndDay(string said) => DateOnly.TryParseExact($"2024-{said}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? (day.Month, day.Day)
        : throw new CommandException(ExitCodes.WrongUsage, "give the first day of the school year as month and day, for example 09-01");

    private static async Task<int> SetAsync(IPolicyBook book, SchoolId school, PolicyEdit edit, UserId? by, bool apply, bool json, CancellationToken cancellationToken)
    {
        var preview = await book.PreviewAsync(school, [edit], cancellationToken);
        Refuse(preview.Problems);
        var outcome = apply && preview.MayApply ? await book.ApplyAsync(school, preview.From, [edit], by, cancellationToken) : null;
        Refuse(outcome?.Problems ?? []);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    applied = outcome is not null,
                    version = outcome?.Version ?? preview.From,
                    changes = preview.Changes.Select(c => new { channel = c.Channel, code = c.Code, text = c.Sentence }),
                    decidedAgain = outcome?.DecidedAgain ?? preview.DecidedAgain,
                    waiting = preview.Waiting,
                    outside = preview.Outside,
                    takenBack = preview.Ending,
                },
                Lines));
            return ExitCodes.Done;
        }

        foreach (var change in preview.Changes)
        {
            Console.WriteLine(change.Sentence);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"decided again: {outcome?.DecidedAgain ?? preview.DecidedAgain}; waiting to leave there: {preview.Waiting}; outside there: {preview.Outside}; taken back at once: {preview.Ending}"));
        Console.WriteLine(outcome is { } done ? string.Create(CultureInfo.InvariantCulture, $"version {done.Version} holds now")
            : preview.Changes.Count == 0 ? "nothing is other than it is now"
            : "nothing was changed; say --apply to do it");
        return ExitCodes.Done;
    }

    private static void Refuse(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new CommandException(ExitCodes.WrongUsage, string.Join(" ", problems));
        }
    }

    private static string ChannelLine(long version, ChannelSetting channel, bool json) => json
        ? JsonSerializer.Serialize(
            new
            {
                version,
                channel = channel.Channel,
                name = channel.Name,
                isPublic = channel.IsPublic,
                purposes = channel.Purposes,
                noFaceSuffices = channel is { NoFaceSuffices: true, IsPublic: false },
                secondApprover = channel.NeedsSecondApprover,
                publishedForDays = channel.PublishedForDays,
                takeDownWithinHours = channel.TakeDownWithinHours,
            },
            Lines)
        : $"{channel.Channel,-12} {(channel.IsPublic ? "public" : "closed"),-7} asks for {string.Join(", ", channel.Purposes)}; "
            + $"{(channel is { NoFaceSuffices: true, IsPublic: false } ? "no face suffices" : "somebody says who is in it")}; "
            + $"{(channel.NeedsSecondApprover ? "second approver" : "no second approver")}; "
            + (channel.PublishedForDays == 0 ? "out as long as the consents hold" : string.Create(CultureInfo.InvariantCulture, $"out for {channel.PublishedForDays} days at most"))
            + string.Create(CultureInfo.InvariantCulture, $"; down within {channel.TakeDownWithinHours} hours");

    private static IEnumerable<string> SchoolLines(PolicyState state, bool json)
    {
        foreach (var p in state.Purposes)
        {
            int? months = p.Lasts == "months" ? p.Months : null;
            yield return json
                ? JsonSerializer.Serialize(new { version = state.Version, purpose = p.Purpose, name = p.Name, lasts = p.Lasts, months, basis = p.Basis }, Lines)
                : $"{p.Purpose,-12} a yes lasts {p.Lasts switch { "months" => string.Create(CultureInfo.InvariantCulture, $"{months} months"), "school-year" => "until the end of the school year", _ => "until the person leaves" }}; {p.Basis}";
        }

        var school = SchoolEdit.Of(state.Document);
        var begins = string.Create(CultureInfo.InvariantCulture, $"{school.SchoolYearMonth:00}-{school.SchoolYearDay:00}");
        yield return json
            ? JsonSerializer.Serialize(
                new
                {
                    version = state.Version,
                    remindDays = school.RemindDaysBefore,
                    registerAgeDays = school.RegisterMaxAgeDays,
                    schoolYearBegins = begins,
                    manyFaces = school.ManyFaces,
                    smallFace = school.SmallFace,
                    holdUnknownDevices = school.HoldUnknownDevices,
                    shredDays = school.ShredAfterDays,
                    imports = school.Imports,
                },
                Lines)
            : string.Create(CultureInfo.InvariantCulture, $"school       year begins {begins}; reminders {school.RemindDaysBefore} days before; register too old after {school.RegisterMaxAgeDays} days; one by one above {school.ManyFaces} faces or under {school.SmallFace} pixels; unknown cameras {(school.HoldUnknownDevices ? "held" : "not held")}; originals go after {school.ShredAfterDays} days at the latest; import asks twice above {school.Imports.Left} % left, {school.Imports.ToYes} % to yes, {school.Imports.ToNo} % to no, {school.Imports.Renamed} % renamed, {school.Imports.Returned} % back, {school.Imports.Moved} % in another class, {school.Imports.Addresses} % of addresses, {school.Imports.FewerRows} % fewer");
    }

    private static IEnumerable<string> VersionLines(PolicyVersionLine version, bool json) => json
        ? [JsonSerializer.Serialize(new { version = version.Version, at = version.MadeAt.ToString(), by = version.By, changes = version.Changes.Select(c => new { channel = c.Channel, code = c.Code, text = c.Sentence }) }, Lines)]
        : [string.Create(CultureInfo.InvariantCulture, $"{version.Version}  {version.MadeAt}"), .. version.Changes.Select(c => $"    {c.Sentence}")];

    private static Option<string?> YesNo(string name, string says)
    {
        var option = new Option<string?>(name) { Description = $"{says} yes or no." };
        option.AcceptOnlyFromAmong("yes", "no");
        return option;
    }

    private static bool IsYes(string? said, bool otherwise) => said is null ? otherwise : said == "yes";
}
