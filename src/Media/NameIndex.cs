using System.Collections.Immutable;

namespace MediaGuard.Media;

/// <summary>The names of a school's register at one version, for finding people named in files. Made from the register, holds nothing else.</summary>
/// <remarks>Not a record: two are the same only when they are one, so that whoever prepares one for matching may keep the preparation with it.</remarks>
public sealed class NameIndex(long registerVersion, ImmutableArray<NamedPerson> people)
{
    /// <summary>Nobody.</summary>
    public static NameIndex Empty { get; } = new(0, []);

    public long RegisterVersion { get; } = registerVersion;

    public ImmutableArray<NamedPerson> People { get; } = people;

    public override string ToString() => $"NameIndex v{RegisterVersion}, {People.Length} people";
}
