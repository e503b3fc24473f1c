namespace MediaGuard.Web.Identity;

/// <summary>An account can't be made or changed; the message tells the person at the keyboard why.</summary>
internal sealed class UserBooksException(string message) : Exception(message);
