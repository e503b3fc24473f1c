using MediaGuard.Media;

namespace MediaGuard.Records.Access;

/// <summary>Who is signed in, what they signed, and what the audit log says of accounts.</summary>
public interface IAccessBook
{
    /// <summary>Opens a session, audited as remote or not.</summary>
    Task<Guid> StartAsync(SchoolId school, UserId user, bool isRemote, string device, CancellationToken cancellationToken);

    /// <summary>How a session stands now; an unknown one is not open. Notes, at most once a minute, that it was seen.</summary>
    Task<SessionStanding> StandingAsync(SchoolId school, UserId user, Guid session, CancellationToken cancellationToken);

    /// <summary>Ends one session; ending it twice is no error.</summary>
    /// <param name="by">Who ended it.</param>
    Task EndAsync(SchoolId school, UserId user, Guid session, UserId by, CancellationToken cancellationToken);

    /// <summary>Ends every open session of a person but one.</summary>
    /// <returns>How many were ended.</returns>
    Task<int> EndAllAsync(SchoolId school, UserId user, Guid? butNot, UserId by, CancellationToken cancellationToken);

    /// <summary>Open sessions, the youngest first.</summary>
    Task<IReadOnlyList<SessionLine>> SessionsAsync(SchoolId school, UserId user, CancellationToken cancellationToken);

    /// <summary>Audits what happened to an account.</summary>
    /// <param name="by">Who did it; null where nobody is known.</param>
    Task NoteAsync(SchoolId school, UserId user, SignInAct act, UserId? by, CancellationToken cancellationToken);

    /// <summary>The agreement in force; a school that wrote none has the standard one, number 0.</summary>
    Task<Agreement> AgreementAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Puts a new version in force; everybody signs it anew.</summary>
    Task PublishAgreementAsync(SchoolId school, string text, UserId by, CancellationToken cancellationToken);

    /// <summary>Somebody signs; a version that is no longer in force is not signed.</summary>
    /// <returns>Whether it was signed.</returns>
    Task<bool> SignAsync(SchoolId school, UserId user, int number, CancellationToken cancellationToken);

    /// <summary>Hashes of the passwords a person has and had, the youngest first.</summary>
    Task<IReadOnlyList<string>> OldPasswordsAsync(SchoolId school, UserId user, int most, CancellationToken cancellationToken);

    /// <summary>Remembers a password's hash.</summary>
    Task RememberPasswordAsync(SchoolId school, UserId user, string hash, CancellationToken cancellationToken);

    /// <summary>The classes a person may see and upload for, replaced as a whole.</summary>
    Task LetTeachAsync(SchoolId school, UserId user, IReadOnlyCollection<GroupId> groups, UserId? by, CancellationToken cancellationToken);
}
