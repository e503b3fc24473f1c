using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaGuard.Records.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Matching : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "RefusedBiometricsOn",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsMatched",
                table: "Groups",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Match",
                table: "Faces",
                type: "TEXT",
                maxLength: 48,
                nullable: false,
                defaultValue: "NotCompared");

            migrationBuilder.AddColumn<Guid>(
                name: "SuggestedPersonId",
                table: "Faces",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "GuardianId",
                table: "Consents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Guardians",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NotifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ObjectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guardians", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "MatchingChoices",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    AssessedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LeadName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    KeepsPhotos = table.Column<bool>(type: "INTEGER", nullable: false),
                    AdvisedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AdviceReference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AdviceBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchingChoices", x => new { x.SchoolId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "References",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_References", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Templates",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Photos = table.Column<int>(type: "INTEGER", nullable: false),
                    EnrolledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EnrolledBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Templates", x => new { x.SchoolId, x.PersonId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Faces_SchoolId_SuggestedPersonId",
                table: "Faces",
                columns: new[] { "SchoolId", "SuggestedPersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Guardians_SchoolId_PersonId",
                table: "Guardians",
                columns: new[] { "SchoolId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_References_SchoolId_PersonId",
                table: "References",
                columns: new[] { "SchoolId", "PersonId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Guardians");

            migrationBuilder.DropTable(
                name: "MatchingChoices");

            migrationBuilder.DropTable(
                name: "References");

            migrationBuilder.DropTable(
                name: "Templates");

            migrationBuilder.DropIndex(
                name: "IX_Faces_SchoolId_SuggestedPersonId",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "RefusedBiometricsOn",
                table: "People");

            migrationBuilder.DropColumn(
                name: "IsMatched",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "Match",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "SuggestedPersonId",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "GuardianId",
                table: "Consents");
        }
    }
}
