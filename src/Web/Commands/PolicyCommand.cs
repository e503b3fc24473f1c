using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MediaGuard.Media;
using MediaGuard.Records.Policies;

namespace MediaGuard.Web.Commands;

/// <summary>What each channel needs, from the command line.</summary>
internal static class PolicyCommand
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    public static Command Make() => new("policy", "What each channel needs: purposes, approvals, periods.") { Show(), Set() };

    private static Command Show()
    {
        var (data, json) = (Place.DataOption(), Place.JsonOption());
        var versions = new Option<bool>("--versions") { Description = "Every version so far and what became other with it, newest first." };
        var command = new Command("show", "Every channel as the policy has it.") { versions, data, json };
        command.SetAction((parsed, stop) => SchoolScope.RunAsync(
            Place.Data(parsed.GetValue(data)),
            null,
            async (services, school, _) =>
            {
                var state = await services.GetRequiredService<IPolicyBook>().ReadAsync(school, stop);
                var lines = parsed.GetValue(versions) ? state.Versions.SelectMany(v => VersionLines(v, parsed.GetValue(json))) : state.Document.Channels.Select(c => ChannelLine(state.Version, c, parsed.GetValue(json)));
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
        var unused = new Option<bool>("--not-used") { Description = "Take out a channel nobody ever asked for." };
        var apply = new Option<bool>("--apply") { Description = "Do it. Without it, only what would change is said." };
        var by = new Option<string?>("--by") { Description = "The mail address of the account in whose name it is done." };
        var command = new Command("set", "Change what a channel needs; first says what would change.") { channel, purposes, noFace, second, days, unused, apply, by, data, json };
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
                    IsUsed = !parsed.GetValue(unused),
                };
                return await SetAsync(book, school, edit, user, parsed.GetValue(apply), parsed.GetValue(json), stop);
            },
            stop));
        return command;
    }

    private static async Task<int> SetAsync(IPolicyBook book, SchoolId school, ChannelEdit edit, UserId? by, bool apply, bool json, CancellationToken cancellationToken)
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
            },
            Lines)
        : $"{channel.Channel,-12} {(channel.IsPublic ? "public" : "closed"),-7} asks for {string.Join(", ", channel.Purposes)}; "
            + $"{(channel is { NoFaceSuffices: true, IsPublic: false } ? "no face suffices" : "somebody says who is in it")}; "
            + $"{(channel.NeedsSecondApprover ? "second approver" : "no second approver")}; "
            + (channel.PublishedForDays == 0 ? "out as long as the consents hold" : string.Create(CultureInfo.InvariantCulture, $"out for {channel.PublishedForDays} days at most"));

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
