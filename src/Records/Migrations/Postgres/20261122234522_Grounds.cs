using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaGuard.Records.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Grounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "RestsOn",
                table: "Verdicts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RestsOn",
                table: "Releases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RestsOn",
                table: "Queue",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DecideAgain",
                table: "Media",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PeopleSets",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    SetId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeopleSets", x => new { x.SchoolId, x.SetId, x.PersonId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Verdicts_SchoolId_RestsOn_IsCurrent",
                table: "Verdicts",
                columns: new[] { "SchoolId", "RestsOn", "IsCurrent" });

            migrationBuilder.CreateIndex(
                name: "IX_Releases_SchoolId_RestsOn",
                table: "Releases",
                columns: new[] { "SchoolId", "RestsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Queue_SchoolId_RestsOn",
                table: "Queue",
                columns: new[] { "SchoolId", "RestsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Media_SchoolId_DecideAgain",
                table: "Media",
                columns: new[] { "SchoolId", "DecideAgain" });

            migrationBuilder.CreateIndex(
                name: "IX_PeopleSets_SchoolId_PersonId",
                table: "PeopleSets",
                columns: new[] { "SchoolId", "PersonId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PeopleSets");

            migrationBuilder.DropIndex(
                name: "IX_Verdicts_SchoolId_RestsOn_IsCurrent",
                table: "Verdicts");

            migrationBuilder.DropIndex(
                name: "IX_Releases_SchoolId_RestsOn",
                table: "Releases");

            migrationBuilder.DropIndex(
                name: "IX_Queue_SchoolId_RestsOn",
                table: "Queue");

            migrationBuilder.DropIndex(
                name: "IX_Media_SchoolId_DecideAgain",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "RestsOn",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "RestsOn",
                table: "Releases");

            migrationBuilder.DropColumn(
                name: "RestsOn",
                table: "Queue");

            migrationBuilder.DropColumn(
                name: "DecideAgain",
                table: "Media");
        }
    }
}
