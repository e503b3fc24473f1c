using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Records.Publications;

/// <summary>What stands beside a picture. Personal data while it may name somebody; prints nothing of it.</summary>
/// <param name="AltText">For people who cannot see the picture.</param>
/// <param name="Ordinary">Everyday words of both that somebody said name nobody here.</param>
/// <param name="Names">Whom it names with their consent.</param>
public sealed record CaptionText(string Text, string AltText, ImmutableArray<string> Ordinary, ImmutableArray<PersonId> Names)
{
    public override string ToString() => nameof(CaptionText);
}
