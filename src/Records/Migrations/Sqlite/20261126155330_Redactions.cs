using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaGuard.Records.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Redactions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "Renditions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClaimedUntil",
                table: "Renditions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Renditions",
                type: "TEXT",
                maxLength: 48,
                nullable: false,
                defaultValue: "Cleaned");

            migrationBuilder.AddColumn<string>(
                name: "ModelsVersion",
                table: "Renditions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Recipe",
                table: "Renditions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Sight",
                table: "Renditions",
                type: "TEXT",
                maxLength: 48,
                nullable: false,
                defaultValue: "NotSeen");

            migrationBuilder.AddColumn<string>(
                name: "SightFailure",
                table: "Renditions",
                type: "TEXT",
                maxLength: 48,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<Guid>(
                name: "SameAs",
                table: "Faces",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Height",
                table: "Attestations",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RenditionId",
                table: "Attestations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Width",
                table: "Attestations",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "X",
                table: "Attestations",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Y",
                table: "Attestations",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Renditions_SchoolId_Kind_MadeAt",
                table: "Renditions",
                columns: new[] { "SchoolId", "Kind", "MadeAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Renditions_SchoolId_Kind_MadeAt",
                table: "Renditions");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "Renditions");

            migrationBuilder.DropColumn(
                name: "ClaimedUntil",
                table: "Renditions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Renditions");

            migrationBuilder.DropColumn(
                name: "ModelsVersion",
                table: "Renditions");

            migrationBuilder.DropColumn(
                name: "Recipe",
                table: "Renditions");

            migrationBuilder.DropColumn(
                name: "Sight",
                table: "Renditions");

            migrationBuilder.DropColumn(
                name: "SightFailure",
                table: "Renditions");

            migrationBuilder.DropColumn(
                name: "SameAs",
                table: "Faces");

            migrationBuilder.DropColumn(
                name: "Height",
                table: "Attestations");

            migrationBuilder.DropColumn(
                name: "RenditionId",
                table: "Attestations");

            migrationBuilder.DropColumn(
                name: "Width",
                table: "Attestations");

            migrationBuilder.DropColumn(
                name: "X",
                table: "Attestations");

            migrationBuilder.DropColumn(
                name: "Y",
                table: "Attestations");
        }
    }
}
