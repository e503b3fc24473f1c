namespace MediaGuard.Media;

/// <summary>A file of translations can't be used; the message names it and what to mend.</summary>
public sealed class TranslationException(string message) : Exception(message);
