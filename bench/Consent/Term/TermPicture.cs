using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Bench.Consent.Term;

/// <summary>One photo of the term: who is truly in it, and what the program knows of it.</summary>
internal sealed class TermPicture(ImmutableHashSet<PersonId> truth, Scene scene)
{
    public ImmutableHashSet<PersonId> Truth { get; } = truth;

    public Scene Scene { get; set; } = scene;

    /// <summary>Channels a copy went to while somebody who refused it was in the picture.</summary>
    public HashSet<ChannelId> Wrong { get; } = [];

    /// <summary>Channels on whose contact sheet somebody in it was overlooked.</summary>
    public HashSet<ChannelId> Overlooked { get; } = [];

    public override string ToString() => Scene.ToString();
}
