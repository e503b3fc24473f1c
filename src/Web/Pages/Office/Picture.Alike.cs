using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <remarks>Shots of one moment, decided together. What was ticked stays ticked as long as the same picture is open.</remarks>
internal sealed partial class PictureModel
{
    /// <summary>As many as somebody can look at in one go.</summary>
    private const int MostAlike = 20;

    private const string TickedKey = "ticked";

    private IReadOnlyList<MediaId> left = [];

    /// <summary>The pictures ticked by whoever looked at them.</summary>
    [BindProperty(Name = "also")]
    public Guid[] Also { get; set; } = [];

    /// <summary>Those that wait like this one and were taken of the same moment.</summary>
    public IReadOnlyList<PhotoView> Alike { get; private set; } = [];

    public IReadOnlySet<MediaId> Ticked { get; private set; } = new HashSet<MediaId>();

    /// <summary>Those decided with the picture before, which still wait.</summary>
    public IReadOnlyList<PhotoView> Left { get; private set; } = [];

    protected override async Task ShowAsync(CancellationToken cancellationToken)
    {
        await base.ShowAsync(cancellationToken);
        Alike = await Views.AlikeAsync(Me.School, Media, MostAlike, cancellationToken);
        MediaId[] kept = [.. (TempData[TickedKey] as string ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new MediaId(Guid.Parse(id)))];
        var isSame = kept.Length > 0 && kept[0] == Media;
        Ticked = Also.Select(id => new MediaId(id)).Concat(isSame ? kept.Skip(1) : []).ToHashSet();
        left = isSame ? [] : [.. kept.Skip(1)];
        await ShowQueueAsync(cancellationToken);
    }

    protected override IActionResult Again()
    {
        KeepTicked();
        return base.Again();
    }

    protected override async Task<IActionResult> SayAsync(IReadOnlyCollection<NewAttestation> said, CancellationToken cancellationToken)
    {
        if (said.Any(s => s.Kind is not (AttestationKind.InPicture or AttestationKind.Absent or AttestationKind.NobodyFromOutside or AttestationKind.NobodyElse or AttestationKind.RefusedFor)) || await AlsoAsync(cancellationToken) is not { Count: > 0 } also)
        {
            return await base.SayAsync(said, cancellationToken);
        }

        var notAllOf = await Acts.SayTogetherAsync(Me.School, Me.User, Media, said, also, cancellationToken);
        Leave(notAllOf.Count == 0
            ? Words.Text($"Said of {also.Count + 1} pictures.")
            : Words.Text($"Said of this picture, and of {also.Count - notAllOf.Count} of the {also.Count} ticked. Of the others it would mean something else: other people are named in them, or may be."));
        return Again();
    }

    /// <summary>Those of the ticked that still look like this one and wait.</summary>
    private async Task<IReadOnlyList<MediaId>> AlsoAsync(CancellationToken cancellationToken) => Also.Length == 0
        ? []
        : [.. (await Views.AlikeAsync(Me.School, Media, MostAlike, cancellationToken)).Select(p => p.Id).Where(id => Also.Contains(id.Value))];

    private void KeepTicked()
    {
        if (Also.Length > 0)
        {
            TempData[TickedKey] = string.Join(' ', Also.Take(MostAlike).Prepend(Id));
        }
    }
}
