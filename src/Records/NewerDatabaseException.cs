namespace MediaGuard.Records;

/// <summary>The database has the shape of a later version of the program.</summary>
public sealed class NewerDatabaseException() : Exception("The database was last used by a later version of this program.");
