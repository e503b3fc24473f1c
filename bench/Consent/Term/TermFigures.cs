using System.Globalization;
using MediaGuard.Media;

namespace MediaGuard.Bench.Consent.Term;

/// <summary>What came of so many terms.</summary>
internal sealed class TermFigures
{
    public int Terms { get; set; }
    public int Photos { get; set; }

    /// <summary>Touches and key strokes of everybody: names, pictures, ticks, buttons.</summary>
    public long Taps { get; set; }
    public int Looks { get; set; }
    public int Overlooked { get; set; }
    public int Caught { get; set; }
    public Dictionary<ChannelId, ChannelFigures> Channels { get; } = new()
    {
        [ChannelId.Seesaw] = new(),
        [ChannelId.Website] = new(),
    };

    /// <summary>Of what is asked for, no more is kept back once the contact sheet is gone through than 15 % on Seesaw and 35 % on the website.</summary>
    public bool KeepWithinBounds => Channels[ChannelId.Seesaw].KeptBack <= 0.15 && Channels[ChannelId.Website].KeptBack <= 0.35;

    public double TapsAPhoto => Taps / (double)Photos;

    public string Text()
    {
        var lines = Channels.OrderBy(c => c.Key.Value, StringComparer.Ordinal).Select(c => string.Create(
            CultureInfo.InvariantCulture,
            $"{c.Key}: of {c.Value.Asked:N0} asked for, {c.Value.Held / (double)c.Value.Asked:P1} held and {c.Value.Refused / (double)c.Value.Asked:P1} refused after the contact sheet ({c.Value.KeptBack:P1} kept back; unknown face = held: {c.Value.NaiveKeptBack:P1}); {c.Value.Wrong} wrong ({1000.0 * c.Value.Wrong / c.Value.Asked:0.00} in a thousand), {c.Value.WrongBeforeAnybodyLooked} of them on \"no face\" alone (unknown face = held: {c.Value.NaiveWrong})"));
        var bounds = $"kept back: Seesaw 15 %, website 35 % {(KeepWithinBounds ? "met" : "not met")}";
        return string.Join('\n', lines.Append(bounds).Append(string.Create(
            CultureInfo.InvariantCulture,
            $"{Photos:N0} photos in {Terms} terms: {TapsAPhoto:0.00} taps a photo; {Looks} second looks; {Overlooked} times somebody was overlooked on a sheet, {Caught} caught ({(Overlooked == 0 ? 0 : Caught / (double)Overlooked):P0})")));
    }
}
