using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Policies;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>What each channel needs, how long a yes lasts, and what holds for the school; a change is shown before it is made, and every version stays to be read.</summary>
internal sealed class PolicyModel(IPolicyBook book, SchoolCalendar calendar) : SchoolPage
{
    private const int MostChannels = 100;

    public PolicyState State { get; private set; } = null!;

    /// <summary>What the form shows: what holds, or what was just sent.</summary>
    public IReadOnlyList<ChannelForm> Forms { get; private set; } = [];

    /// <summary>How long a yes to each purpose lasts, and on what ground: what holds, or what was just sent.</summary>
    public IReadOnlyList<PurposeForm> Lengths { get; private set; } = [];

    /// <summary>What concerns no single channel: what holds, or what was just sent.</summary>
    public SchoolForm School { get; private set; } = new();

    /// <summary>Purposes a channel may ask for: short name and how people call it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Purposes { get; private set; } = [];

    /// <summary>What was sent would change this; null before anything was sent.</summary>
    public PolicyPreview? Preview { get; private set; }
    public IReadOnlyList<string> Problems { get; private set; } = [];
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, [], null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(List<ChannelForm> edits, List<PurposeForm> purposes, SchoolForm school, CancellationToken cancellationToken)
    {
        if (!MayBe(edits, purposes))
        {
            await ShowAsync(null, [], null, cancellationToken);
            Problems = [Words.Text("Some of what was sent is no number or no channel. Days are whole numbers from 1 to 3650.")];
            return Page();
        }

        Preview = await book.PreviewAsync(Me.School, Meant(edits, purposes, school), cancellationToken);
        Problems = Preview.Problems;
        await ShowAsync(edits, purposes, school, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(List<ChannelForm> edits, List<PurposeForm> purposes, SchoolForm school, long from, CancellationToken cancellationToken)
    {
        if (!MayBe(edits, purposes))
        {
            return BadRequest();
        }

        var outcome = await book.ApplyAsync(Me.School, from, Meant(edits, purposes, school), Me.User, cancellationToken);
        if (outcome.Problems.Count > 0)
        {
            Problems = outcome.Problems;
            await ShowAsync(null, [], null, cancellationToken);
            return Page();
        }

        var again = outcome.DecidedAgain;
        Leave(again == 1
            ? Words.Text($"Version {outcome.Version} of the policy holds now. 1 photo is decided again; that takes moments.")
            : Words.Text($"Version {outcome.Version} of the policy holds now. {again:#,0} photos are decided again; that takes moments."));
        return Redirect("/lead/policy");
    }

    public string NameOf(string channel) => State.Document.Channels.FirstOrDefault(c => c.Channel == channel)?.Name ?? StandardChannel.Find(channel)?.Name ?? channel;

    public bool IsPublic(string channel) => State.Document.Channels.FirstOrDefault(c => c.Channel == channel)?.IsPublic ?? StandardChannel.Find(channel)?.IsPublic ?? true;

    public bool IsSetUp(string channel) => State.Document.Channels.Any(c => c.Channel == channel);

    public string PurposeNameOf(string purpose) => State.Purposes.FirstOrDefault(p => p.Purpose == purpose)?.Name ?? purpose;

    private static IReadOnlyCollection<PolicyEdit> Meant(List<ChannelForm> edits, List<PurposeForm> purposes, SchoolForm school) =>
        [.. edits.Select(e => e.Edit()), .. purposes.Select(p => p.Edit()), .. school.Sent ? [school.Edit()] : Array.Empty<PolicyEdit>()];

    private bool MayBe(List<ChannelForm> edits, List<PurposeForm> purposes) => ModelState.IsValid && edits.Count is > 0 and <= MostChannels && purposes.Count <= MostChannels && edits.All(e => e.Purposes.Length <= MostChannels);

    private async Task ShowAsync(IReadOnlyList<ChannelForm>? sent, List<PurposeForm> purposes, SchoolForm? school, CancellationToken cancellationToken)
    {
        State = await book.ReadAsync(Me.School, cancellationToken);
        var channels = State.Document.Channels;
        Forms =
        [
            .. channels.Select(c => sent?.FirstOrDefault(s => s.Channel == c.Channel) ?? ChannelForm.Of(c)),
            .. StandardChannel.All.Where(s => channels.All(c => c.Channel != s.Id)).Select(s => sent?.FirstOrDefault(f => f.Channel == s.Id) ?? ChannelForm.Of(s)),
        ];
        Purposes =
        [
            .. StandardChannel.All.Select(s => KeyValuePair.Create(s.Id, s.Name))
                .Concat(channels.SelectMany(c => c.Purposes).Select(p => KeyValuePair.Create(p, p))).DistinctBy(p => p.Key),
        ];
        Lengths = [.. State.Purposes.Select(p => purposes.Find(s => s.Purpose == p.Purpose) ?? PurposeForm.Of(p))];
        School = school is { Sent: true } ? school : SchoolForm.Of(SchoolEdit.Of(State.Document));
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        TakeNote();
    }
}
