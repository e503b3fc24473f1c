namespace MediaGuard.Journey.Mail;

/// <summary>A mail could not be handed over. Says the kind of failure, never an address or a text.</summary>
public sealed class MailException(string message) : Exception(message);
