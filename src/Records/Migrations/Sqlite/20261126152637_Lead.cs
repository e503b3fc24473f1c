using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaGuard.Records.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Lead : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "DeviceId",
                table: "Media",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Folder",
                table: "Devices",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "HolderId",
                table: "Devices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LostOn",
                table: "Devices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IncidentEntries",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Told = table.Column<string>(type: "TEXT", maxLength: 48, nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentEntries", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "IncidentPeople",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FamilyToldAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentPeople", x => new { x.SchoolId, x.IncidentId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 48, nullable: false),
                    ConcernsHead = table.Column<bool>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CameraKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Camera = table.Column<string>(type: "TEXT", nullable: false),
                    MediaId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Loans",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeviceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReturnedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SignedVersion = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Loans", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Seals",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MediaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Was = table.Column<int>(type: "INTEGER", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReleasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReleasedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReleasedWhy = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Seals", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Views",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MediaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RenditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Size = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ChainedIn = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Views", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Media_SchoolId_SourceState",
                table: "Media",
                columns: new[] { "SchoolId", "SourceState" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentEntries_SchoolId_IncidentId",
                table: "IncidentEntries",
                columns: new[] { "SchoolId", "IncidentId" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentPeople_SchoolId_PersonId",
                table: "IncidentPeople",
                columns: new[] { "SchoolId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_SchoolId_CameraKey_Day",
                table: "Incidents",
                columns: new[] { "SchoolId", "CameraKey", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_SchoolId_ClosedAt",
                table: "Incidents",
                columns: new[] { "SchoolId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Loans_SchoolId_DeviceId",
                table: "Loans",
                columns: new[] { "SchoolId", "DeviceId" });

            migrationBuilder.CreateIndex(
                name: "IX_Loans_SchoolId_HolderId",
                table: "Loans",
                columns: new[] { "SchoolId", "HolderId" });

            migrationBuilder.CreateIndex(
                name: "IX_Seals_SchoolId_MediaId",
                table: "Seals",
                columns: new[] { "SchoolId", "MediaId" });

            migrationBuilder.CreateIndex(
                name: "IX_Views_SchoolId_ChainedIn",
                table: "Views",
                columns: new[] { "SchoolId", "ChainedIn" });

            migrationBuilder.CreateIndex(
                name: "IX_Views_SchoolId_MediaId",
                table: "Views",
                columns: new[] { "SchoolId", "MediaId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IncidentEntries");

            migrationBuilder.DropTable(
                name: "IncidentPeople");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropTable(
                name: "Loans");

            migrationBuilder.DropTable(
                name: "Seals");

            migrationBuilder.DropTable(
                name: "Views");

            migrationBuilder.DropIndex(
                name: "IX_Media_SchoolId_SourceState",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "DeviceId",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Folder",
                table: "Devices");

            migrationBuilder.DropColumn(
                name: "HolderId",
                table: "Devices");

            migrationBuilder.DropColumn(
                name: "LostOn",
                table: "Devices");
        }
    }
}
