{#- One row for each name of a cell that names several persons: parted by commas, semicolons, strokes or line breaks; blanks within a name do not count. -#}
{% macro each_name(column) -%}
    {{ return(adapter.dispatch('each_name')(column)) }}
{%- endmacro %}

{% macro names_by_stroke(column) -%}
    translate({{ column }}, ',，;；/' || chr(10) || ' 　', '、、、、、、')
{%- endmacro %}

{% macro default__each_name(column) -%}
    unnest(string_split({{ names_by_stroke(column) }}, '、'))
{%- endmacro %}

{% macro spark__each_name(column) -%}
    explode(split({{ names_by_stroke(column) }}, '、'))
{%- endmacro %}
