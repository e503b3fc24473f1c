using System.Text.RegularExpressions;

namespace MediaGuard.Media;

/// <summary>Where copies go, by its short name: lower-case letters, digits and hyphens, at most 32.</summary>
public readonly partial record struct ChannelId
{
    public static readonly ChannelId Seesaw = new("seesaw");
    public static readonly ChannelId Website = new("website");

    /// <exception cref="ArgumentException">The name has any other character, or is too long.</exception>
    public ChannelId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!Form().IsMatch(value))
        {
            throw new ArgumentException("A channel's name is 1 to 32 lower-case letters, digits and hyphens.", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,31}\\z")]
    private static partial Regex Form();
}
