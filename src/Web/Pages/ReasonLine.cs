using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages;

/// <summary>One reason in words, with everybody and every face it is about.</summary>
internal sealed record ReasonLine(string About, string Sentence)
{
    /// <summary>Reasons that say the same are said once.</summary>
    public static IReadOnlyList<ReasonLine> Of(IEnumerable<ReasonView> reasons) =>
    [
        .. reasons.GroupBy(r => (r.Code, r.Sentence)).Select(g => new ReasonLine(WhomOf([.. g]), g.Key.Sentence)),
    ];

    private static string WhomOf(IReadOnlyList<ReasonView> reasons)
    {
        var names = reasons.Select(r => r.About).OfType<string>().Distinct().Order(StringComparer.CurrentCulture);
        var faces = reasons.Select(r => r.FaceNumber).OfType<int>().Distinct().Order().Select(f => f.ToString(CultureInfo.InvariantCulture)).ToList();
        return Words.List(faces.Count == 0 ? names : names.Append(faces.Count == 1 ? Words.Text($"face {faces[0]}") : Words.Text($"faces {Words.List(faces)}")));
    }

    public override string ToString() => Sentence;
}
