using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>One reason as a person reads it.</summary>
/// <param name="Sentence">Plain words, what is so and what to do; no name in it.</param>
/// <param name="About">The name of the person it is about, for those who may see it; null otherwise.</param>
/// <param name="FaceNumber">The number of the box it is about; null otherwise.</param>
/// <param name="CanBeApproved">A doubt: the office may discharge it by looking at the picture.</param>
public sealed record ReasonView(ReasonCode Code, string Sentence, string? About, int? FaceNumber, bool CanBeApproved)
{
    /// <summary>Whom a doubt is about; null for anything else.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Names this doubt among those of its picture and channel.</summary>
    public string Key => KeyOf(Code, Person);

    public static string KeyOf(ReasonCode code, PersonId? person) => person is null ? code.ToString() : $"{code}:{person}";

    public override string ToString() => Code.ToString();
}
