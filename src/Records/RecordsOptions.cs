using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Records;

/// <summary>Which database holds the truth.</summary>
public sealed class RecordsOptions
{
    /// <summary><c>sqlite</c> or <c>postgres</c>. Default sqlite.</summary>
    [RegularExpression("^(sqlite|postgres)$", ErrorMessage = "Database:Provider must be 'sqlite' or 'postgres'.")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>The connection string; for sqlite empty means <c>mediaguard.db</c> in the data folder.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The folder a SQLite database, its backups and the start-up lock lie in.</summary>
    [Required]
    public string DataFolder { get; set; } = "";

    /// <summary>How long a statement waits for a locked database before the work is put off. Default 20 seconds.</summary>
    [Range(1, 600)]
    public int BusySeconds { get; set; } = 20;

    /// <summary>After this long without a step an item is shown as standing still. Set from the journey's own limit.</summary>
    public TimeSpan StandstillAfter { get; set; } = TimeSpan.FromMinutes(10);
}
