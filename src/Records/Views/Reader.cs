namespace MediaGuard.Records.Views;

/// <summary>Who reads a reason: decides how it is worded.</summary>
public enum Reader
{
    Teacher,
    Office,
    Lead,
}
