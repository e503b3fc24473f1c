using System.Text.RegularExpressions;

namespace MediaGuard.Media;

/// <summary>What a parent says yes or no to, by its short name: seesaw, website, social, press, display, credits, names, biometric.</summary>
public readonly partial record struct PurposeId
{
    /// <summary>To be named beside a photo.</summary>
    public static readonly PurposeId Names = new("names");

    /// <exception cref="ArgumentException">The name has another character than a-z, 0-9 and hyphen, or is longer than 32.</exception>
    public PurposeId(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!Form().IsMatch(value))
        {
            throw new ArgumentException("A purpose's name is 1 to 32 lower-case letters, digits and hyphens.", nameof(value));
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,31}\\z")]
    private static partial Regex Form();
}
