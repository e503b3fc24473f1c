using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>What a rule is asked: may this scene go to this channel?</summary>
internal sealed class ChannelQuestion(SceneReading reading, ChannelId channel, RegisterSnapshot register, SchoolPolicy policy)
{
    public SceneReading Reading { get; } = reading;

    public Scene Scene => Reading.Scene;

    public ChannelId Channel { get; } = channel;

    public RegisterSnapshot Register { get; } = register;

    public SchoolPolicy Policy { get; } = policy;

    /// <summary>Null when the policy does not have the channel, or names no purpose for it: nobody can have said yes to nothing.</summary>
    public ChannelPolicy? ChannelPolicy { get; } =
        policy.Channels.TryGetValue(channel, out var found) && found.Channel == channel && !found.Purposes.IsDefaultOrEmpty ? found : null;

    /// <summary>Whether the school lets this channel rest on there being no face. A public channel never does.</summary>
    public bool RestsOnNoFace => ChannelPolicy is { NoFaceSuffices: true, IsPublic: false } && Reading.ShowsNoFace;

    /// <summary>Everybody who must have said yes: the possible people, or the named while they are unknown.</summary>
    /// <remarks>Where no face suffices, those count whom somebody named, or whom the file's own words name and nobody excluded.</remarks>
    public ImmutableHashSet<PersonId> PeopleAsked
    {
        get
        {
            var possible = Reading.Possible.People ?? Reading.Named;
            return RestsOnNoFace ? Reading.Named.Union(possible.Intersect(Scene.NameHints)) : possible;
        }
    }
}
